# The panel of the waiting room: everybody sees and hears it. Never a name, never a service.

panel-ticket = Ticket
panel-desk = Desk
panel-call = { panel-ticket } { $number }, { panel-desk } { $desk }.
panel-recent = Last tickets
panel-nobody = Your ticket number comes up here.
panel-no-line = This screen stopped at { $time }. Please listen to the person at the desk.
