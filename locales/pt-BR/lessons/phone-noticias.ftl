# O que chega e o que se passa. Nada aqui é de verdade.

phone-noticias-grupo-titulo = Grupo da família
phone-noticias-grupo-primo = Primo: bom dia!
phone-noticias-grupo-tia = Tia: leiam isto!
phone-noticias-grupo-filha = Filha: chego às sete

phone-noticias-cha-titulo = Grupo da família
phone-noticias-cha-oi = Bom dia, gente!
phone-noticias-cha-quem = Foi um médico que disse, não sei qual.
phone-noticias-cha-milagre = Este chá cura tudo em um dia!
phone-noticias-cha-passe = Corra! Passe para todos!
phone-noticias-cha-voltar = Voltar

phone-noticias-agua-titulo = Grupo da família
phone-noticias-agua-recado = A cidade vai ficar um mês sem água!
phone-noticias-agua-passar = Passar adiante
phone-noticias-agua-procurar = Procurar
phone-noticias-agua-voltar = Voltar

phone-noticias-procura-titulo = Sem água um mês?
phone-noticias-procura-cidade = A Prefeitura: não falta água
phone-noticias-procura-radio = A rádio: nada sobre isso
phone-noticias-procura-voltar = Voltar

phone-noticias-passei-titulo = Grupo da família
phone-noticias-passei-minha = Este chá cura tudo! Passe!
phone-noticias-passei-para-mim = Apagar só para mim
phone-noticias-passei-para-todos = Apagar para todos

phone-noticias-festa-titulo = Escola da neta
phone-noticias-festa-recado = A festa é no sábado, às 3 da tarde. Ana, a professora.
phone-noticias-festa-voltar = Voltar

phone-noticias-famoso-titulo = Grupo da família
phone-noticias-famoso-filme = Um homem da TV fala com você
phone-noticias-famoso-fala = Ponha dinheiro aqui e fique rico!
phone-noticias-famoso-voltar = Voltar

phone-noticias-compras-titulo = Grupo da família
phone-noticias-compras-recado = Vai faltar comida! Compre tudo já!
phone-noticias-compras-passe = Foi o que disseram. Passe para todos!
phone-noticias-compras-voltar = Voltar

phone-noticias-chuva-titulo = Rádio da cidade
phone-noticias-chuva-recado = Hoje à noite chove forte. Leve um casaco.
phone-noticias-chuva-outros = A TV diz o mesmo
phone-noticias-chuva-voltar = Voltar
