# Um Pix errado. Nada aqui é de verdade.

phone-pix-recados-titulo = Mensagens
phone-pix-recados-filha = Minha filha
phone-pix-recados-novo = Número que não conheço
phone-pix-recados-vizinha = Minha vizinha

phone-pix-recado-titulo = Número que não conheço
phone-pix-recado-oi = Oi! Mandei 200 reais para você por engano.
phone-pix-recado-conta = Devolva nesta outra chave.
phone-pix-recado-pressa = Rápido, é para um remédio!
phone-pix-recado-segredo = Não fale com o seu banco.
phone-pix-recado-voltar = Voltar

phone-pix-filha-titulo = Minha filha
phone-pix-filha-recado = Mandei 50 reais do gás. Chegou?
phone-pix-filha-voltar = Voltar

phone-pix-vizinha-titulo = Minha vizinha
phone-pix-vizinha-recado = Paguei o bolo por Pix. Estava bom! Beijo.
phone-pix-vizinha-voltar = Voltar

phone-pix-outro-titulo = Número que não conheço
phone-pix-outro-recado = Pix errado! Mande já em outra chave.
phone-pix-outro-voltar = Voltar

phone-pix-falso-titulo = Seu banco?
phone-pix-falso-recado = Para devolver o Pix, mande a sua senha.
phone-pix-falso-voltar = Voltar

phone-pix-inicio-titulo = Meu banco
phone-pix-inicio-extrato = Ver o extrato
phone-pix-inicio-novo = Fazer um Pix

phone-pix-extrato-titulo = Extrato
phone-pix-extrato-luz = Saiu: 90 reais, conta de luz
phone-pix-extrato-recebido = Chegou: 200 reais, de José
phone-pix-extrato-novo = Fazer um Pix
phone-pix-extrato-voltar = Voltar

phone-pix-recebido-titulo = Pix que chegou
phone-pix-recebido-quem = De: José
phone-pix-recebido-soma = 200 reais
phone-pix-recebido-devolver = Devolver este Pix
phone-pix-recebido-novo = Fazer um Pix novo
phone-pix-recebido-voltar = Voltar

phone-pix-devolvido-titulo = Pix devolvido!
phone-pix-devolvido-aviso = Voltou para a mesma conta.
phone-pix-devolvido-voltar = Voltar

phone-pix-novo-titulo = Pix novo
phone-pix-novo-conta = Para: outra chave
phone-pix-novo-soma = 200 reais
phone-pix-novo-enviar = Enviar
phone-pix-novo-voltar = Voltar
