# Sign language, for people who do not hear.

signs = See it in { $name }.
    .say = A video with signs plays on the screen. It has no sound.
signs-broken = I cannot show the video.
    .say = Go back and read the screen. Or call somebody from the staff.
action-signs-again = See it again
signs-on = Show { $name }
signs-off = Without { $name }
