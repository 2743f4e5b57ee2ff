# Panoul din sala de așteptare: toți văd și aud. Niciodată un nume, niciodată un serviciu.

panel-ticket = Bonul
panel-desk = Ghișeul
panel-call = { panel-ticket } { $number }, { panel-desk } { $desk }.
panel-recent = Ultimele bonuri
panel-nobody = Numărul de pe bon apare aici.
panel-no-line = Acest panou s-a oprit la ora { $time }. Vă rog, ascultați omul de la ghișeu.
