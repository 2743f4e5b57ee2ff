# The paper.

receipt-title = Request received
receipt-copy = Copy { $copy }
receipt-access-code = Access code
receipt-filed = Date
receipt-service = About
receipt-place = Where
receipt-answer-by = Deadline for the answer
receipt-done-by = Deadline for the service
receipt-no-answer = Without a name, by law we keep the request without an answer.
receipt-terms-from-arrival = The days count from arrival at City Hall.
receipt-registration = Registration number:
receipt-follow-up = To check your request, call { $phone } or come back to the kiosk. Or point a phone camera here.
receipt-fades = This paper fades. Copy the number or take a photo.
