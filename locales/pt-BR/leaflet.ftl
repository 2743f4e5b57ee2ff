# O que se leva para casa em papel: lições, serviços, guia, e o material de quem faz encontros.

leaflet-learn = O que você vai aprender
leaflet-steps = Passo a passo
leaflet-hand = A mãozinha mostra onde tocar.
leaflet-right = Certo: { $answer }.
leaflet-wrong = Não é: { $answer }.
leaflet-remember = Lembre sempre
leaflet-help = Precisa de ajuda?
leaflet-help-kiosk = Treine de graça no quiosque da Prefeitura. Lá nada quebra.
leaflet-help-call = Ficou com dúvida? Ligue para { $phone }.
leaflet-web = Aponte a câmera do celular para este quadrado. Ele abre a página da Prefeitura.

# Um serviço.
leaflet-danger = Há perigo agora? Ligue primeiro
leaflet-needed = Tenha à mão
leaflet-place = A rua e o número do lugar, se souber.
leaflet-how = Como pedir
leaflet-at-kiosk = No quiosque: toque em “{ $group }”. Depois toque em “{ $service }”.
leaflet-at-counter = No balcão: alguém escreve para você.
leaflet-by-phone = Por telefone: ligue para { $phone }.
leaflet-on-page = Na internet: { $page }
leaflet-when = Quando vem a resposta
leaflet-answer = A Prefeitura responde em até { $term }.
leaflet-done = O serviço fica pronto em até { $term }.
leaflet-after = E depois?
leaflet-after-number = Você recebe um papel com um número. Guarde bem. Com ele você acompanha o pedido.

# O guia.
leaflet-guide = Guia dos serviços de { $city }
leaflet-guide-how = Veja o que você pode fazer, e onde.
leaflet-where-kiosk = No quiosque, no balcão ou por telefone.
leaflet-where-booking = Com horário marcado.
leaflet-where-counter = No balcão.
leaflet-where-elsewhere = Em outro lugar. O quiosque diz onde.
leaflet-places = Internet, computador, cursos e ajuda
leaflet-places-how = Tudo aqui é de graça. Ache o número no desenho. As letras mostram onde a Prefeitura atende.
leaflet-branches = Atendimento da Prefeitura
leaflet-has-internet = internet
leaflet-has-computers = computadores
leaflet-has-courses = cursos
leaflet-has-help = alguém que ajuda
leaflet-phone = Telefone: { $phone }
leaflet-north = Norte
leaflet-metres = { $count } m
leaflet-km = { $count } km

# O material de quem faz encontros.
leaflet-poster = Aprenda aqui, de graça
leaflet-poster-what = Usar o celular e evitar golpes
leaflet-poster-calm = Venha do seu jeito. Sem pressa e sem prova.
leaflet-day = Dia
leaflet-hour = Hora
leaflet-where = Lugar
leaflet-who = Quem recebe você
leaflet-list = As lições
leaflet-list-how = Marque as lições que já fizeram juntos.
leaflet-lesson = Lição
leaflet-marks = Um risco por pessoa
leaflet-attendance = Quantas pessoas vieram
leaflet-attendance-how = Faça um risco para cada pessoa. Não escreva nomes.
leaflet-lead = Para quem conduz
leaflet-certificate = Certificado
leaflet-certificate-what = Esta pessoa veio aos encontros e aprendeu conosco.
leaflet-alone = Já faz sem ajuda
leaflet-alone-how = Marque o que a pessoa faz sem ajuda.
leaflet-name = Nome, escrito à mão
leaflet-signature = Assinatura de quem conduziu
