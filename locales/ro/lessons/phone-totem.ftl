# Un aparat de exersare. Nimic nu este adevărat aici.

phone-totem-inicio-titulo = Cu ce vă putem ajuta astăzi?
phone-totem-inicio-pedir = Faceți o cerere
phone-totem-inicio-ver = Vedeți cererea
phone-totem-inicio-ajuda = Ajutor

phone-totem-assunto-titulo = Despre ce este vorba?
phone-totem-assunto-luz = Lumina pe stradă
phone-totem-assunto-lixo = Gunoi
phone-totem-assunto-voltar = Înapoi
phone-totem-assunto-ajuda = Ajutor
phone-totem-assunto-sair = Ieșire rapidă

phone-totem-luz-titulo = Lumina pe stradă
phone-totem-luz-rua = Strada Florilor
phone-totem-luz-seguir = Continuați
phone-totem-luz-voltar = Înapoi
phone-totem-luz-ajuda = Ajutor
phone-totem-luz-sair = Ieșire rapidă

phone-totem-lixo-titulo = Gunoi
phone-totem-lixo-rua = Strada Florilor
phone-totem-lixo-voltar = Înapoi
phone-totem-lixo-ajuda = Ajutor
phone-totem-lixo-sair = Ieșire rapidă

phone-totem-nome-titulo = Numele
phone-totem-nome-nome = Lourdes
phone-totem-nome-voltar = Înapoi
phone-totem-nome-ajuda = Ajutor
phone-totem-nome-sair = Ieșire rapidă

phone-totem-ver-titulo = Vedeți cererea
phone-totem-ver-aviso = Aici se vede o cerere mai veche.
phone-totem-ver-voltar = Înapoi
phone-totem-ver-ajuda = Ajutor
phone-totem-ver-sair = Ieșire rapidă

phone-totem-ajuda-titulo = O luăm pas cu pas.
phone-totem-ajuda-calma = Aici nu se grăbește nimeni.
phone-totem-ajuda-chamar = Chemați pe cineva de la ghișeu
phone-totem-ajuda-voltar = Înapoi

phone-totem-chamado-titulo = Am chemat pe cineva
phone-totem-chamado-aviso = Vine cineva să vorbească cu dumneavoastră.
phone-totem-chamado-voltar = Înapoi
