# Telefonul de exersare. Nimic nu este adevărat aici.

phone-treino-botoes-titulo = Două butoane
phone-treino-botoes-verde = Butonul verde
phone-treino-botoes-azul = Butonul albastru

phone-treino-aberto-titulo = S-a deschis!
phone-treino-aberto-casa = O casă
phone-treino-aberto-voltar = Înapoi

phone-treino-menu-titulo = A apărut o listă
phone-treino-menu-copiar = Copiați
phone-treino-menu-mover = Mutați
phone-treino-menu-fechar = Închideți

phone-treino-nome-titulo = Numele
phone-treino-nome-nome = Nume
phone-treino-nome-enviar = Trimiteți

phone-treino-nome-errado-titulo = Numele
phone-treino-nome-errado-nome = Lourdws
    .spoken = L, O, U, R, D, W, S
phone-treino-nome-errado-apagar = Ștergeți
phone-treino-nome-errado-enviar = Trimiteți

phone-mensagens-conversas-titulo = Mesaje
phone-mensagens-conversas-filha = Fiica mea
phone-mensagens-conversas-novo = Număr necunoscut
phone-mensagens-conversas-posto = Medicul de familie

phone-mensagens-novo-numero-titulo = Număr necunoscut
phone-mensagens-novo-numero-oi = Bună, mamă!
phone-mensagens-novo-numero-numero = Mi-am schimbat numărul. Șterge-l pe cel vechi.
phone-mensagens-novo-numero-pix = Îmi trimiți bani azi?
phone-mensagens-novo-numero-pressa = Repede, îți explic apoi!
phone-mensagens-novo-numero-voltar = Înapoi

phone-mensagens-respondido-titulo = Număr necunoscut
phone-mensagens-respondido-pedido = Îmi trimiți bani azi?
phone-mensagens-respondido-resposta = Bună, draga mea. Cât?
phone-mensagens-respondido-enviar = Trimiteți banii
phone-mensagens-respondido-bloquear = Blocați

phone-mensagens-filha-titulo = Fiica mea
phone-mensagens-filha-recado = Vin la șapte. Aduc pâine. Te pup!
phone-mensagens-filha-voltar = Înapoi

phone-mensagens-posto-titulo = Medicul de familie
phone-mensagens-posto-recado = Vă așteptăm pe 12, la ora 9. Luați cardul.
phone-mensagens-posto-voltar = Înapoi

phone-mensagens-premio-titulo = Număr necunoscut
phone-mensagens-premio-recado = Ați câștigat un televizor! Doar azi.
phone-mensagens-premio-link = Apăsați aici
phone-mensagens-premio-voltar = Înapoi

phone-mensagens-neto-titulo = Număr necunoscut
phone-mensagens-neto-recado = Bunico, am avut un accident. Nu spune la nimeni. Îmi dai bani?
phone-mensagens-neto-voltar = Înapoi

phone-treino-caixa-titulo = Minge și cutie
phone-treino-caixa-bola = O minge
phone-treino-caixa-caixa = O cutie

phone-treino-caixa-cheia-titulo = Minge și cutie
phone-treino-caixa-cheia-caixa = Mingea în cutie

phone-treino-lista-titulo = Listă
phone-treino-lista-pao = Pâine
phone-treino-lista-leite = Lapte
phone-treino-lista-cafe = Cafea
phone-treino-lista-fruta = Fructe

phone-treino-lista-sumiu-titulo = Listă
phone-treino-lista-sumiu-nada = Aici nu este nimic.
phone-treino-lista-sumiu-subir = Sus

phone-treino-foto-titulo = Poză
phone-treino-foto-placa = Un nume de stradă, foarte mic
phone-treino-foto-mais = Mai mare

phone-treino-foto-grande-titulo = Poză
phone-treino-foto-grande-placa = Strada Florilor
phone-treino-foto-grande-menos = Mai mic

phone-pedidos-inicio-titulo = Orașul
phone-pedidos-inicio-novo = Faceți o cerere
phone-pedidos-inicio-ver = Vedeți o cerere

phone-pedidos-novo-titulo = Faceți o cerere
phone-pedidos-novo-aviso = Aici se face altă cerere.
phone-pedidos-novo-voltar = Înapoi

phone-pedidos-numero-titulo = Vedeți o cerere
phone-pedidos-numero-numero = Număr
phone-pedidos-numero-procurar = Căutați
phone-pedidos-numero-voltar = Înapoi

phone-pedidos-errado-titulo = Vedeți o cerere
phone-pedidos-errado-aviso = Nu există acest număr. Lipsește o cifră?
phone-pedidos-errado-apagar = Ștergeți
phone-pedidos-errado-desistir = Renunțați

phone-pedidos-andamento-titulo = Cererea dumneavoastră
phone-pedidos-andamento-luz = Lumina pe stradă: vin să o repare
phone-pedidos-andamento-data = Până pe 23
phone-pedidos-andamento-voltar = Înapoi
