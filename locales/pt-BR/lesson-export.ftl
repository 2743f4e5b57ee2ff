# As lições fora do quiosque, em um curso na internet.

export-course = Lições de { $city }
export-course-about = Lições curtas em um telefone de treino. Nada ali é de verdade, e ninguém precisa ter medo de errar.
export-track-about = Faça uma lição de cada vez, na ordem. Cada uma leva poucos minutos.
export-outcome-device = Usar a tela e as teclas de um telefone.
export-practice = Treino: nada aqui é de verdade
export-no-script = A lição não abre neste navegador. Tente em outro.
export-unrecorded = Você fez a lição toda. Mas eu não consegui avisar o curso. Conte a quem cuida dele.
export-close = Pronto. Pode fechar esta página.
