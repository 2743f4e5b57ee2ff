# Marcar uma hora. Nada aqui é de verdade.

phone-agenda-inicio-titulo = Cidade
phone-agenda-inicio-marcar = Marcar uma hora
phone-agenda-inicio-ver = Ver a minha hora

phone-agenda-minha-titulo = A minha hora
phone-agenda-minha-nada = Você ainda não marcou.
phone-agenda-minha-voltar = Voltar

phone-agenda-servico-titulo = Para quê?
phone-agenda-servico-escola = Vaga na escola
phone-agenda-servico-papel = Pedir um papel
phone-agenda-servico-onibus = Cartão do ônibus
phone-agenda-servico-voltar = Voltar

phone-agenda-dia-titulo = Que dia?
phone-agenda-dia-segunda = Segunda, dia 12
phone-agenda-dia-quarta = Quarta, dia 14
phone-agenda-dia-sexta = Sexta, dia 16
phone-agenda-dia-voltar = Voltar

phone-agenda-segunda-titulo = Segunda, dia 12
phone-agenda-segunda-nove = 9 horas
phone-agenda-segunda-dez = 10 horas
phone-agenda-segunda-outro = Outro dia

phone-agenda-hora-titulo = Quarta, dia 14
phone-agenda-hora-nove = 9 horas
phone-agenda-hora-dez = 10 horas
phone-agenda-hora-onze = 11 horas
phone-agenda-hora-outro = Outro dia

phone-agenda-confirmar-titulo = Está tudo certo?
phone-agenda-confirmar-servico = Cartão do ônibus
phone-agenda-confirmar-dia = Quarta, dia 14
phone-agenda-confirmar-hora = 9 horas
phone-agenda-confirmar-confirmar = Marcar
phone-agenda-confirmar-mudar = Mudar

phone-agenda-marcado-titulo = Hora marcada!
phone-agenda-marcado-dia = Quarta, dia 14
phone-agenda-marcado-hora = 9 horas
phone-agenda-marcado-voltar = Voltar
