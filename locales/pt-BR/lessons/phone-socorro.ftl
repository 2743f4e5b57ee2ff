# O que fazer depois de um golpe. Nada aqui é de verdade.

phone-socorro-inicio-titulo = Meu celular
phone-socorro-inicio-conta = Ver a conta
phone-socorro-inicio-ligar = Ligar para o banco
phone-socorro-inicio-ajustes = Ajustes
phone-socorro-inicio-gente = Falar com alguém

phone-socorro-conta-titulo = Conta da dona Lourdes
phone-socorro-conta-padaria = Hoje: pão da padaria
phone-socorro-conta-compra = Compra em uma loja longe daqui
phone-socorro-conta-emprestimo = Empréstimo que ela não pediu
phone-socorro-conta-senha = A senha mudou, e não foi ela
phone-socorro-conta-voltar = Voltar

phone-socorro-numeros-titulo = Ligar para o banco
phone-socorro-numeros-mensagem = O número da mensagem
phone-socorro-numeros-cartao = O número do cartão
phone-socorro-numeros-busca = Um número que achei na busca
phone-socorro-numeros-voltar = Voltar

phone-socorro-banco-titulo = O banco de verdade
phone-socorro-banco-fala = Bom dia, aqui é do banco. O que houve?
phone-socorro-banco-contar = Foi golpe. Bloqueiem tudo!
phone-socorro-banco-depois = Nada. Ligo depois.

phone-socorro-bloqueado-titulo = O banco de verdade
phone-socorro-bloqueado-fala = Bloqueamos a conta. Você fez bem em ligar.
phone-socorro-bloqueado-voltar = Voltar

phone-socorro-ajustes-titulo = Ajustes
phone-socorro-ajustes-som = Som
phone-socorro-ajustes-letra = Tamanho da letra
phone-socorro-ajustes-senha = Trocar a senha
phone-socorro-ajustes-voltar = Voltar

phone-socorro-trocada-titulo = Ajustes
phone-socorro-trocada-aviso = A senha nova já vale.
phone-socorro-trocada-voltar = Voltar

phone-socorro-quem-titulo = Com quem falar?
phone-socorro-quem-promete = Quem diz que acha o dinheiro
phone-socorro-quem-enganou = Quem deu o golpe
phone-socorro-quem-filha = Minha filha
phone-socorro-quem-voltar = Voltar

phone-socorro-filha-titulo = Minha filha
phone-socorro-filha-recado = Que bom que me contou, mãe! Já chego aí.
phone-socorro-filha-voltar = Voltar

phone-socorro-apagadas-titulo = Mensagens
phone-socorro-apagadas-aviso = A conversa foi apagada.
phone-socorro-apagadas-desfazer = Trazer de volta
phone-socorro-apagadas-fechar = Fechar

phone-socorro-guardadas-titulo = Mensagens
phone-socorro-guardadas-conversa = Número que não conheço
phone-socorro-guardadas-voltar = Voltar

phone-socorro-um-titulo = O que vem primeiro?
phone-socorro-um-policia = Ir à polícia
phone-socorro-um-familia = Contar a alguém
phone-socorro-um-senha = Trocar a senha
phone-socorro-um-banco = Ligar para o banco

phone-socorro-dois-titulo = O banco já sabe. E agora?
phone-socorro-dois-familia = Contar a alguém
phone-socorro-dois-policia = Ir à polícia
phone-socorro-dois-senha = Trocar a senha
phone-socorro-dois-voltar = Voltar

phone-socorro-tres-titulo = A senha é nova. E agora?
phone-socorro-tres-policia = Ir à polícia
phone-socorro-tres-familia = Contar a alguém
phone-socorro-tres-voltar = Voltar

phone-socorro-quatro-titulo = Alguém já sabe. E agora?
phone-socorro-quatro-policia = Ir à polícia
phone-socorro-quatro-voltar = Voltar

phone-socorro-cinco-titulo = A polícia já sabe. E agora?
phone-socorro-cinco-familia = Contar a alguém
phone-socorro-cinco-voltar = Voltar

phone-socorro-feito-titulo = Está tudo feito!
phone-socorro-feito-aviso = Você fez o que podia. Agora descanse.
phone-socorro-feito-voltar = Voltar
