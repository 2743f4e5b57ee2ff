"""What no screen may have, told from what assistive technology is told of it."""

WORDS = {"label", "heading"}


def faults(seen, size):
    """One line a fault: words without room, what lies beyond the display or over something else."""
    return [*without_room(seen), *beyond(seen, size), *overlaps(seen)]


def without_room(seen):
    for element in seen:
        if 0 in element.bounds[2:] and element.name and (element.touchable or is_words(element)):
            yield f"has no room: {element}"


def beyond(seen, size):
    for element in seen:
        left, top, width, height = element.bounds
        within = left >= 0 and top >= 0 and left + width <= size[0] and top + height <= size[1]
        if element.touchable and not within:
            yield f"lies beyond the display: {element}"


def overlaps(seen):
    """Pairs of what is touched, and pairs of words, unless one is a part of the other."""
    for place, element in enumerate(seen):
        part = True
        for other in seen[place + 1 :]:
            part = part and other.depth > element.depth
            alike = element.touchable and other.touchable or is_words(element) and is_words(other)
            if alike and not part and common(element.bounds, other.bounds):
                yield f"lie over each other: {element}, and {other}"


def is_words(element):
    return element.role in WORDS


def common(one, other):
    """Whether two rectangles share some area."""
    return all(
        one[side] < other[side] + other[side + 2] and other[side] < one[side] + one[side + 2]
        for side in (0, 1)
    )
