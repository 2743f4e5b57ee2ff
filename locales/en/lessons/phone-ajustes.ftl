# Sound, letters and colours, on the practice phone. Nothing here is real.

phone-ajustes-inicio-titulo = Settings
phone-ajustes-inicio-som = Sound
phone-ajustes-inicio-letra = Letters
phone-ajustes-inicio-cor = Colours
phone-ajustes-inicio-recado = Message
phone-ajustes-inicio-chamar = Call someone

phone-ajustes-som-titulo = Sound
phone-ajustes-som-aviso = The sound is low.
phone-ajustes-som-mais = Louder
phone-ajustes-som-menos = Quieter
phone-ajustes-som-voltar = Back

phone-ajustes-som-alto-titulo = Sound
phone-ajustes-som-alto-aviso = The sound is loud.
phone-ajustes-som-alto-menos = Quieter
phone-ajustes-som-alto-voltar = Back

phone-ajustes-sem-som-titulo = Sound
phone-ajustes-sem-som-aviso = The sound is off.
phone-ajustes-sem-som-ligar = Turn the sound on
phone-ajustes-sem-som-voltar = Back

phone-ajustes-letra-titulo = Letters
phone-ajustes-letra-grande = Large letters
phone-ajustes-letra-pequena = Small letters
phone-ajustes-letra-voltar = Back

phone-ajustes-letra-grande-titulo = Letters
phone-ajustes-letra-grande-aviso = The letters are large.
phone-ajustes-letra-grande-normal = Normal letters
phone-ajustes-letra-grande-voltar = Back

phone-ajustes-cor-titulo = Colours
phone-ajustes-cor-forte = Strong colours
phone-ajustes-cor-suave = Soft colours
phone-ajustes-cor-voltar = Back

phone-ajustes-cor-forte-titulo = Colours
phone-ajustes-cor-forte-aviso = White letters on black.
phone-ajustes-cor-forte-normal = Normal colours
phone-ajustes-cor-forte-voltar = Back

phone-ajustes-recado-titulo = Message
phone-ajustes-recado-texto = Come tomorrow, at nine. There is cake!
phone-ajustes-recado-ouvir = Hear it again
phone-ajustes-recado-voltar = Back

phone-ajustes-chamado-titulo = We have called
phone-ajustes-chamado-aviso = Someone will come to talk to you.
phone-ajustes-chamado-voltar = Back
