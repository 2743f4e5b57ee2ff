# Banii de la stat, lună de lună. Nimic nu este adevărat aici.

phone-extrato-inicio-titulo = Banii de la stat
phone-extrato-inicio-pagamentos = Plățile mele
phone-extrato-inicio-ajuda = Am nevoie de ajutor

phone-extrato-meses-titulo = Care lună?
phone-extrato-meses-marco = Martie
phone-extrato-meses-fevereiro = Februarie
phone-extrato-meses-janeiro = Ianuarie
phone-extrato-meses-voltar = Înapoi

phone-extrato-marco-titulo = Martie
phone-extrato-marco-beneficio = De la stat: 2.000 de reali
phone-extrato-marco-emprestimo = Împrumut: minus 100 de reali
phone-extrato-marco-clube = Clubul Soare: minus 40 de reali
phone-extrato-marco-total = Au rămas: 1.860 de reali
phone-extrato-marco-voltar = Înapoi

phone-extrato-clube-titulo = Clubul Soare
phone-extrato-clube-valor = Minus 40 de reali pe lună
phone-extrato-clube-aviso = L-ați cerut chiar dumneavoastră?
phone-extrato-clube-ajuda = Cereți ajutor
phone-extrato-clube-voltar = Înapoi

phone-extrato-ajuda-titulo = Am nevoie de ajutor
phone-extrato-ajuda-mensagem = Numărul din mesaj
phone-extrato-ajuda-oficial = Numărul oficial
phone-extrato-ajuda-voltar = Înapoi

phone-extrato-ligacao-titulo = Numărul oficial
phone-extrato-ligacao-fala = Ne uităm. Aveți numărul 2026 0014.
phone-extrato-ligacao-desligar = Închideți

phone-extrato-falsa-titulo = Vreți banii înapoi?
phone-extrato-falsa-aviso = Scrieți parola și îi luați azi!
phone-extrato-falsa-senha = Scrieți parola
phone-extrato-falsa-fechar = Închideți
