# Cerem lumină pe stradă. Nimic nu este adevărat aici.

phone-luz-inicio-titulo = Orașul
phone-luz-inicio-novo = Faceți o cerere
phone-luz-inicio-ver = Vedeți o cerere

phone-luz-meus-titulo = Vedeți o cerere
phone-luz-meus-nada = Nu ați făcut încă o cerere.
phone-luz-meus-voltar = Înapoi

phone-luz-assunto-titulo = Ce s-a stricat?
phone-luz-assunto-buraco = Groapă în drum
phone-luz-assunto-luz = Bec stins
phone-luz-assunto-lixo = Gunoi pe stradă
phone-luz-assunto-voltar = Înapoi

phone-luz-buraco-titulo = Groapă în drum
phone-luz-buraco-aviso = Aici cereți să repare groapa.
phone-luz-buraco-seguir = Mai departe
phone-luz-buraco-voltar = Înapoi

phone-luz-lugar-titulo = Unde este?
phone-luz-lugar-rua = Numele străzii
phone-luz-lugar-seguir = Mai departe
phone-luz-lugar-voltar = Înapoi

phone-luz-conferir-titulo = Este totul bine?
phone-luz-conferir-assunto = Bec stins
phone-luz-conferir-lugar = Strada Aurora
phone-luz-conferir-enviar = Trimiteți
phone-luz-conferir-mudar = Schimbați

phone-luz-pronto-titulo = Cererea este făcută!
phone-luz-pronto-numero = Numărul cererii: 2026 0014
phone-luz-pronto-guardar = Păstrați
phone-luz-pronto-sair = Ieșiți

phone-luz-guardado-titulo = Păstrat!
phone-luz-guardado-numero = Numărul cererii: 2026 0014
phone-luz-guardado-voltar = Înapoi
