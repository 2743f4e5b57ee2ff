# Os caminhos das lições.

lesson-track-maos = Primeiros toques
lesson-track-cidade = A cidade na sua mão
lesson-track-seguranca = Cuidado com golpes
