# Booking a time. Nothing here is real.

phone-agenda-inicio-titulo = City
phone-agenda-inicio-marcar = Book a time
phone-agenda-inicio-ver = See my time

phone-agenda-minha-titulo = My time
phone-agenda-minha-nada = You have booked nothing yet.
phone-agenda-minha-voltar = Back

phone-agenda-servico-titulo = What for?
phone-agenda-servico-escola = A place at school
phone-agenda-servico-papel = Ask for a paper
phone-agenda-servico-onibus = Bus card
phone-agenda-servico-voltar = Back

phone-agenda-dia-titulo = Which day?
phone-agenda-dia-segunda = Monday the 12th
phone-agenda-dia-quarta = Wednesday the 14th
phone-agenda-dia-sexta = Friday the 16th
phone-agenda-dia-voltar = Back

phone-agenda-segunda-titulo = Monday the 12th
phone-agenda-segunda-nove = 9 o'clock
phone-agenda-segunda-dez = 10 o'clock
phone-agenda-segunda-outro = Another day

phone-agenda-hora-titulo = Wednesday the 14th
phone-agenda-hora-nove = 9 o'clock
phone-agenda-hora-dez = 10 o'clock
phone-agenda-hora-onze = 11 o'clock
phone-agenda-hora-outro = Another day

phone-agenda-confirmar-titulo = Is it all right?
phone-agenda-confirmar-servico = Bus card
phone-agenda-confirmar-dia = Wednesday the 14th
phone-agenda-confirmar-hora = 9 o'clock
phone-agenda-confirmar-confirmar = Book
phone-agenda-confirmar-mudar = Change

phone-agenda-marcado-titulo = Your time is booked!
phone-agenda-marcado-dia = Wednesday the 14th
phone-agenda-marcado-hora = 9 o'clock
phone-agenda-marcado-voltar = Back
