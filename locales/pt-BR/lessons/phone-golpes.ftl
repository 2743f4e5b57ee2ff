# Mensagens e chamadas. Nada aqui é de verdade.

phone-golpes-recados-titulo = Mensagens
phone-golpes-recados-vizinha = Minha vizinha
phone-golpes-recados-banco = Seu banco?
phone-golpes-recados-posto = Posto de saúde

phone-golpes-banco-titulo = Seu banco?
phone-golpes-banco-oi = Olá! Aqui é do seu banco.
phone-golpes-banco-pressa = Corra! Sua conta fecha hoje.
phone-golpes-banco-senha = Mande a sua senha.
phone-golpes-banco-link = Toque aqui já
phone-golpes-banco-voltar = Voltar

phone-golpes-chamada-titulo = Estão ligando para você
phone-golpes-chamada-fala = Aqui é do banco. Usaram o seu cartão! Diga a senha.
phone-golpes-chamada-dizer = Dizer a senha
phone-golpes-chamada-desligar = Desligar

phone-golpes-desligado-titulo = Você desligou
phone-golpes-desligado-volta = Ligar para quem ligou
phone-golpes-desligado-cartao = Ligar no número do cartão
phone-golpes-desligado-voltar = Voltar

phone-golpes-certo-titulo = O banco de verdade
phone-golpes-certo-aviso = Seu cartão está bem. Ninguém usou.
phone-golpes-certo-voltar = Voltar

phone-golpes-pagina-titulo = Seu banco?
phone-golpes-pagina-aviso = Escreva a senha e receba um prêmio!
phone-golpes-pagina-escrever = Escrever a senha
phone-golpes-pagina-enviar = Enviar
phone-golpes-pagina-fechar = Fechar

phone-golpes-posto-titulo = Posto de saúde
phone-golpes-posto-recado = Sua consulta é na quarta, às 8 horas. Até lá!
phone-golpes-posto-voltar = Voltar

phone-golpes-governo-titulo = Governo?
phone-golpes-governo-recado = Há um dinheiro seu aqui. Só vale hoje!
phone-golpes-governo-link = Toque e receba
phone-golpes-governo-voltar = Voltar

phone-golpes-cartao-titulo = Seu banco
phone-golpes-cartao-recado = Seu cartão novo chegou. Venha buscar quando puder.
phone-golpes-cartao-voltar = Voltar

phone-golpes-codigo-titulo = Seu banco?
phone-golpes-codigo-recado = Mandamos um código para você. Leia o código para mim.
phone-golpes-codigo-voltar = Voltar

phone-golpes-vizinha-titulo = Minha vizinha
phone-golpes-vizinha-recado = Vou à feira no sábado. Quer ir comigo?
phone-golpes-vizinha-voltar = Voltar
