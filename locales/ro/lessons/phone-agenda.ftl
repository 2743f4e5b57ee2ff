# Facem o programare. Nimic nu este adevărat aici.

phone-agenda-inicio-titulo = Orașul
phone-agenda-inicio-marcar = Faceți o programare
phone-agenda-inicio-ver = Vedeți ce oră aveți

phone-agenda-minha-titulo = Ce oră aveți
phone-agenda-minha-nada = Nu ați ales încă nicio oră.
phone-agenda-minha-voltar = Înapoi

phone-agenda-servico-titulo = Pentru ce?
phone-agenda-servico-escola = Loc la școală
phone-agenda-servico-papel = Cereți o hârtie
phone-agenda-servico-onibus = Card de autobuz
phone-agenda-servico-voltar = Înapoi

phone-agenda-dia-titulo = În ce zi?
phone-agenda-dia-segunda = Luni, 12
phone-agenda-dia-quarta = Miercuri, 14
phone-agenda-dia-sexta = Vineri, 16
phone-agenda-dia-voltar = Înapoi

phone-agenda-segunda-titulo = Luni, 12
phone-agenda-segunda-nove = Ora 9
phone-agenda-segunda-dez = Ora 10
phone-agenda-segunda-outro = Altă zi

phone-agenda-hora-titulo = Miercuri, 14
phone-agenda-hora-nove = Ora 9
phone-agenda-hora-dez = Ora 10
phone-agenda-hora-onze = Ora 11
phone-agenda-hora-outro = Altă zi

phone-agenda-confirmar-titulo = Este totul bine?
phone-agenda-confirmar-servico = Card de autobuz
phone-agenda-confirmar-dia = Miercuri, 14
phone-agenda-confirmar-hora = Ora 9
phone-agenda-confirmar-confirmar = Da, așa este
phone-agenda-confirmar-mudar = Schimbați

phone-agenda-marcado-titulo = Aveți o programare!
phone-agenda-marcado-dia = Miercuri, 14
phone-agenda-marcado-hora = Ora 9
phone-agenda-marcado-voltar = Înapoi
