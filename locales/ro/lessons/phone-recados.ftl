# Mesaje cu text, voce și poze. Nimic nu este adevărat aici.

phone-recados-conversas-titulo = Mesaje
phone-recados-conversas-filha = Fiica mea
phone-recados-conversas-grupo = Grupul de vecini
phone-recados-conversas-novo = Număr nou

phone-recados-filha-titulo = Fiica mea
phone-recados-filha-oi = Bună, mamă! Vin la șapte.
phone-recados-filha-texto = Mesaj
phone-recados-filha-voltar = Înapoi

phone-recados-escrita-titulo = Fiica mea
phone-recados-escrita-oi = Bună, mamă! Vin la șapte.
phone-recados-escrita-texto = Ok
phone-recados-escrita-enviar = Trimiteți
phone-recados-escrita-apagar = Ștergeți

phone-recados-enviada-titulo = Fiica mea
phone-recados-enviada-oi = Bună, mamă! Vin la șapte.
phone-recados-enviada-minha = Ok
phone-recados-enviada-voltar = Înapoi

phone-recados-voz-titulo = Fiica mea
phone-recados-voz-minha = Ok
phone-recados-voz-foto = Poză
phone-recados-voz-microfone = Țineți degetul și vorbiți
phone-recados-voz-voltar = Înapoi

phone-recados-fotos-titulo = Ce poză?
phone-recados-fotos-gato = Pisica la geam
phone-recados-fotos-cartao = Cardul meu de la bancă
phone-recados-fotos-bolo = Tortul de ziua mea
phone-recados-fotos-voltar = Înapoi

phone-recados-foto-enviada-titulo = Fiica mea
phone-recados-foto-enviada-foto = Tortul de ziua mea
phone-recados-foto-enviada-voltar = Înapoi

phone-recados-errada-titulo = Grupul de vecini
phone-recados-errada-oi = Bună ziua la toți!
phone-recados-errada-minha = Te pup, fata mea!
phone-recados-errada-voltar = Înapoi

phone-recados-lista-titulo = Te pup, fata mea!
phone-recados-lista-copiar = Copiați
phone-recados-lista-para-mim = Ștergeți doar pentru mine
phone-recados-lista-para-todos = Ștergeți pentru toți
phone-recados-lista-fechar = Închideți

phone-recados-grupo-titulo = Grupul de vecini
phone-recados-grupo-oi = Bună ziua la toți!
phone-recados-grupo-voltar = Înapoi

phone-recados-rosa-titulo = Număr nou
phone-recados-rosa-oi = Bună! Sunt Rosa, de la piață.
phone-recados-rosa-guardar = Păstrați numele
phone-recados-rosa-bloquear = Blocați
phone-recados-rosa-voltar = Înapoi

phone-recados-guardada-titulo = Rosa
phone-recados-guardada-aviso = Numele este păstrat.
phone-recados-guardada-voltar = Înapoi
