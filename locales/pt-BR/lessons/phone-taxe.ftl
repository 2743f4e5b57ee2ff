# Uma taxa da cidade. Nada aqui é de verdade.

phone-taxe-busca-titulo = Que página você abre?
phone-taxe-busca-falsa = ghiseul-plata.example
phone-taxe-busca-certa = ghiseul.ro

phone-taxe-falsa-titulo = Pague hoje!
phone-taxe-falsa-endereco = ghiseul-plata.example
phone-taxe-falsa-cartao = Pôr o número do cartão
phone-taxe-falsa-pagar = Pagar agora
phone-taxe-falsa-fechar = Fechar

phone-taxe-lista-titulo = O que devo pagar
phone-taxe-lista-lixo = Lixo: 30 lei
phone-taxe-lista-casa = Taxa da casa: 120 lei
phone-taxe-lista-carro = Taxa do carro: 90 lei
phone-taxe-lista-voltar = Voltar

phone-taxe-casa-titulo = Taxa da casa
phone-taxe-casa-lugar = Lourdes, rua Aurora 305
phone-taxe-casa-soma = 120 lei
phone-taxe-casa-pagar = Pagar
phone-taxe-casa-voltar = Voltar

phone-taxe-paga-titulo = A taxa está paga!
phone-taxe-paga-prova = Recibo: 2026 0014
phone-taxe-paga-guardar = Guardar
phone-taxe-paga-sair = Sair

phone-taxe-guardada-titulo = Guardado!
phone-taxe-guardada-prova = Recibo: 2026 0014
phone-taxe-guardada-voltar = Voltar
