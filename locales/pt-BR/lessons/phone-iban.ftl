# Dinheiro mandado por engano. Nada aqui é de verdade.

phone-iban-recados-titulo = Mensagens
phone-iban-recados-filha = Minha filha
phone-iban-recados-novo = Número que não conheço
phone-iban-recados-vizinha = Minha vizinha

phone-iban-recado-titulo = Número que não conheço
phone-iban-recado-oi = Olá! Mandei 500 lei para você por engano.
phone-iban-recado-conta = Mande para esta outra conta.
phone-iban-recado-pressa = Rápido, é para o hospital!
phone-iban-recado-segredo = Não fale com o seu banco.
phone-iban-recado-voltar = Voltar

phone-iban-filha-titulo = Minha filha
phone-iban-filha-recado = Mandei 50 lei do gás. Chegou?
phone-iban-filha-voltar = Voltar

phone-iban-vizinha-titulo = Minha vizinha
phone-iban-vizinha-recado = Pus na sua conta o dinheiro dos ovos. Beijo!
phone-iban-vizinha-voltar = Voltar

phone-iban-outro-titulo = Número que não conheço
phone-iban-outro-recado = Errei! Mande já para outra conta.
phone-iban-outro-voltar = Voltar

phone-iban-falso-titulo = Seu banco?
phone-iban-falso-recado = Para devolver o dinheiro, mande a sua senha.
phone-iban-falso-voltar = Voltar

phone-iban-inicio-titulo = Meu banco
phone-iban-inicio-extrato = Ver o extrato
phone-iban-inicio-novo = Fazer um pagamento

phone-iban-extrato-titulo = Extrato
phone-iban-extrato-luz = Saiu: 90 lei, conta de luz
phone-iban-extrato-recebido = Chegou: 500 lei, de Ion
phone-iban-extrato-novo = Fazer um pagamento
phone-iban-extrato-voltar = Voltar

phone-iban-recebido-titulo = Dinheiro que chegou
phone-iban-recebido-quem = De: Ion
phone-iban-recebido-soma = 500 lei
phone-iban-recebido-banco = Ligar para o banco
phone-iban-recebido-novo = Fazer um pagamento
phone-iban-recebido-voltar = Voltar

phone-iban-banco-titulo = Meu banco
phone-iban-banco-fala = Que bom que ligou. Nós cuidamos disso.
phone-iban-banco-desligar = Desligar

phone-iban-novo-titulo = Pagamento novo
phone-iban-novo-conta = IBAN: outra conta
phone-iban-novo-soma = 500 lei
phone-iban-novo-enviar = Enviar
phone-iban-novo-voltar = Voltar
