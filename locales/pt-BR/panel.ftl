# O painel da sala de espera: todos veem e ouvem. Nunca um nome, nunca um serviço.

panel-ticket = Senha
panel-desk = Guichê
panel-call = { panel-ticket } { $number }, { panel-desk } { $desk }.
panel-recent = Últimas senhas
panel-nobody = A sua senha aparece aqui.
panel-no-line = Este painel está parado desde { $time }. Por favor, escute o atendente.
