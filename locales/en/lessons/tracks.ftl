# The tracks of the lessons.

lesson-track-maos = First touches
lesson-track-cidade = The city in your hand
lesson-track-seguranca = Beware of fraud
