# Learning together: a seat of a group.

action-join-group = Join the group
learn-join = Which number is on the wall?
    .say = It has four digits. Write it here.
    .help = The number is in the large picture on the wall. Can you not see it? Ask the person who leads the group.
field-group-code = Number of the group
complaint-group-length = The number of the group has 4 digits. Have another look at the wall.
complaint-no-group = No group has this number. Have another look at the wall, there is no rush.
complaint-group-full = All the seats are taken. The person who leads the group can help you.
complaint-no-leader = I cannot find the group. Tell the person who leads it.

learn-seat = You are in the group!
    .say = We begin in a moment. Look to the front.
    .help = The lesson opens here by itself. If you need something, raise your hand.
learn-seat-number = This is seat { $seat }.
learn-seat-thanks = Thank you! Come back whenever you like.
learn-seat-watch = Look to the front: we watch this lesson together on the wall.
learn-seat-alone = I cannot reach the group now. Tell the person who leads it.
learn-paused = Look to the front, please.
    .say = We go on together in a moment. Nothing here is lost.
    .help = Everybody is waiting now. If you need something, raise your hand.
learn-faces = How was today for you?
    .say = Touch a face. Nobody will know which one is yours.
    .help = If you liked it, touch a face that smiles. If you did not, that helps us, too.
learn-wait = While you wait, help your neighbour. Or look to the front.
learn-left = Now it is the turn of the person on the left.
learn-right = Now it is the turn of the person on the right.
learn-hand = Raise my hand
learn-called = Your hand is up!
    .say = The person who leads the group is coming to you. You can go on meanwhile.
