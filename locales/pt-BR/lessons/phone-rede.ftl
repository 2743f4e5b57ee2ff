# Wi-Fi e dados, no telefone de treino. Nada aqui é de verdade.

phone-rede-inicio-titulo = Internet
phone-rede-inicio-wifi = Wi-Fi
phone-rede-inicio-dados = Dados do celular

phone-rede-lista-titulo = Wi-Fi
phone-rede-lista-casa = Casa da Ana
phone-rede-lista-gratis = Sala da Cidade Grátis
phone-rede-lista-sala = Sala da Cidade
phone-rede-lista-voltar = Voltar

phone-rede-senha-titulo = Sala da Cidade
phone-rede-senha-senha = Senha
phone-rede-senha-voltar = Voltar

phone-rede-ligado-titulo = Sala da Cidade
phone-rede-ligado-aviso = Você está no Wi-Fi.
phone-rede-ligado-sair = Sair da rede
phone-rede-ligado-voltar = Voltar

phone-rede-errada-titulo = Sala da Cidade Grátis
phone-rede-errada-aviso = Você está nesta rede.
phone-rede-errada-sair = Sair da rede
phone-rede-errada-ficar = Ficar nesta rede

phone-rede-dados-titulo = Dados do celular
phone-rede-dados-ligados = Usar os dados
phone-rede-dados-aviso = Sem Wi-Fi, eles podem custar.
phone-rede-dados-voltar = Voltar
