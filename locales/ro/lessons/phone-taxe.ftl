# O taxă la oraș. Nimic nu este adevărat aici.

phone-taxe-busca-titulo = Ce pagină deschideți?
phone-taxe-busca-falsa = ghiseul-plata.example
phone-taxe-busca-certa = ghiseul.ro

phone-taxe-falsa-titulo = Plătiți azi!
phone-taxe-falsa-endereco = ghiseul-plata.example
phone-taxe-falsa-cartao = Scrieți numărul cardului
phone-taxe-falsa-pagar = Plătiți acum
phone-taxe-falsa-fechar = Închideți

phone-taxe-lista-titulo = Ce am de plătit
phone-taxe-lista-lixo = Gunoi: 30 de lei
phone-taxe-lista-casa = Taxa pe casă: 120 de lei
phone-taxe-lista-carro = Taxa pe mașină: 90 de lei
phone-taxe-lista-voltar = Înapoi

phone-taxe-casa-titulo = Taxa pe casă
phone-taxe-casa-lugar = Lourdes, strada Aurora 305
phone-taxe-casa-soma = 120 de lei
phone-taxe-casa-pagar = Plătiți
phone-taxe-casa-voltar = Înapoi

phone-taxe-paga-titulo = Taxa este plătită!
phone-taxe-paga-prova = Dovada: 2026 0014
phone-taxe-paga-guardar = Păstrați
phone-taxe-paga-sair = Ieșiți

phone-taxe-guardada-titulo = Păstrat!
phone-taxe-guardada-prova = Dovada: 2026 0014
phone-taxe-guardada-voltar = Înapoi
