# A city tax. Nothing here is real.

phone-taxe-busca-titulo = Which page do you open?
phone-taxe-busca-falsa = ghiseul-plata.example
phone-taxe-busca-certa = ghiseul.ro

phone-taxe-falsa-titulo = Pay today!
phone-taxe-falsa-endereco = ghiseul-plata.example
phone-taxe-falsa-cartao = Write your card number
phone-taxe-falsa-pagar = Pay now
phone-taxe-falsa-fechar = Close

phone-taxe-lista-titulo = What I have to pay
phone-taxe-lista-lixo = Rubbish: 30 lei
phone-taxe-lista-casa = House tax: 120 lei
phone-taxe-lista-carro = Car tax: 90 lei
phone-taxe-lista-voltar = Back

phone-taxe-casa-titulo = House tax
phone-taxe-casa-lugar = Lourdes, 305 Aurora Street
phone-taxe-casa-soma = 120 lei
phone-taxe-casa-pagar = Pay
phone-taxe-casa-voltar = Back

phone-taxe-paga-titulo = The tax is paid!
phone-taxe-paga-prova = Receipt: 2026 0014
phone-taxe-paga-guardar = Keep
phone-taxe-paga-sair = Leave

phone-taxe-guardada-titulo = It is kept!
phone-taxe-guardada-prova = Receipt: 2026 0014
phone-taxe-guardada-voltar = Back
