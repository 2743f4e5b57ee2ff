# What comes, and what is passed on. Nothing here is real.

phone-noticias-grupo-titulo = Family group
phone-noticias-grupo-primo = Cousin: good day!
phone-noticias-grupo-tia = Aunt: read this!
phone-noticias-grupo-filha = Daughter: I come at seven

phone-noticias-cha-titulo = Family group
phone-noticias-cha-oi = Good day, all!
phone-noticias-cha-quem = A doctor said it, I do not know which.
phone-noticias-cha-milagre = This tea cures all in one day!
phone-noticias-cha-passe = Quick! Pass it on to all!
phone-noticias-cha-voltar = Back

phone-noticias-agua-titulo = Family group
phone-noticias-agua-recado = The city will have no water for a month!
phone-noticias-agua-passar = Pass it on
phone-noticias-agua-procurar = Search
phone-noticias-agua-voltar = Back

phone-noticias-procura-titulo = No water for a month?
phone-noticias-procura-cidade = City hall: there is water
phone-noticias-procura-radio = The radio: nothing about it
phone-noticias-procura-voltar = Back

phone-noticias-passei-titulo = Family group
phone-noticias-passei-minha = This tea cures all! Pass it on!
phone-noticias-passei-para-mim = Erase for me only
phone-noticias-passei-para-todos = Erase for all

phone-noticias-festa-titulo = School of my grandchild
phone-noticias-festa-recado = The party is on Saturday at 3. Ana, the teacher.
phone-noticias-festa-voltar = Back

phone-noticias-famoso-titulo = Family group
phone-noticias-famoso-filme = A man from TV talks to you
phone-noticias-famoso-fala = Put your money here and be rich!
phone-noticias-famoso-voltar = Back

phone-noticias-compras-titulo = Family group
phone-noticias-compras-recado = There will be no food! Buy it all now!
phone-noticias-compras-passe = They say so. Pass it on to all!
phone-noticias-compras-voltar = Back

phone-noticias-chuva-titulo = City radio
phone-noticias-chuva-recado = Heavy rain tonight. Take a coat.
phone-noticias-chuva-outros = The TV says the same
phone-noticias-chuva-voltar = Back
