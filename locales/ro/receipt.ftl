# Hârtia.

receipt-title = Cerere depusă
receipt-copy = Exemplarul { $copy }
receipt-access-code = Cod de acces
receipt-filed = Data
receipt-service = Despre
receipt-place = Unde
receipt-answer-by = Termen pentru răspuns
receipt-done-by = Termen pentru rezolvare
receipt-no-answer = Fără nume, legea ne cere să păstrăm cererea fără răspuns.
receipt-terms-from-arrival = Termenele se numără de la sosirea la Primărie.
receipt-registration = Număr de înregistrare:
receipt-follow-up = Ca să aflați despre cerere, sunați la { $phone } sau reveniți la aparat. Sau îndreptați camera telefonului aici.
receipt-fades = Scrisul de pe hârtie se șterge. Copiați numărul sau faceți o poză.
