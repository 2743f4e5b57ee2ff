# Senha, código e segunda etapa. Nada aqui é de verdade.

phone-senhas-inicio-titulo = Minha conta
phone-senhas-inicio-trocar = Trocar a senha
phone-senhas-inicio-etapas = Duas etapas

phone-senhas-frase-titulo = Senha nova
phone-senhas-frase-frase = Três palavras
phone-senhas-frase-voltar = Voltar

phone-senhas-codigo-titulo = Duas mensagens
phone-senhas-codigo-codigo = O seu código é 4 0 7 2.
phone-senhas-codigo-pede = Esse código é meu. Manda para mim?
phone-senhas-codigo-mandar = Mandar o código
phone-senhas-codigo-nao = Não mandar

phone-senhas-dado-titulo = Número que não conheço
phone-senhas-dado-pede = Esse código é meu. Manda para mim?
phone-senhas-dado-minha = É 4 0 7 2.
phone-senhas-dado-esperar = Esperar
phone-senhas-dado-trocar = Trocar a senha

phone-senhas-etapas-titulo = Duas etapas
phone-senhas-etapas-aviso = A segunda etapa está desligada.
phone-senhas-etapas-ligar = Ligar a segunda etapa
phone-senhas-etapas-voltar = Voltar

phone-senhas-ligada-titulo = Duas etapas
phone-senhas-ligada-aviso = A segunda etapa está ligada.
phone-senhas-ligada-voltar = Voltar
