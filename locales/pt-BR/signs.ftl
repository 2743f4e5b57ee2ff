# A língua de sinais, para quem não ouve.

signs = Veja em { $name }.
    .say = Um vídeo com sinais passa na tela. Ele não tem som.
signs-broken = Não consigo mostrar o vídeo.
    .say = Volte e leia na tela. Se quiser, chame um atendente.
action-signs-again = Ver de novo
signs-on = Mostrar { $name }
signs-off = Sem { $name }
