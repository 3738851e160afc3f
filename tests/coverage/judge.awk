# Reads all floors that ever were, the floors of today and the sums, and says which are kept.

function judge(name, figure) {
  if (name == unmeasured) return "not judged: without PostgreSQL its tests ignore themselves"
  if (!(name in floor)) return broken("NO FLOOR: give it one in tests/coverage/floors.txt")
  if (figure < floor[name]) return broken("BELOW ITS FLOOR")
  return figure > floor[name] + 1 ? "raise its floor in tests/coverage/floors.txt" : ""
}

function broken(sentence) { failures++; return sentence }

/^(#|$)/ { next }
FILENAME == "-" { lines[$1] = $2; hits[$1] = $3; names[++count] = $1; next }
FILENAME ~ /floors\.txt$/ { floor[$1] = $2; next }
$2 > highest[$1] { highest[$1] = $2 }

END {
  for (i = 1; i <= count; i++) {
    name = names[i]
    figure = 100 * hits[name] / lines[name]
    verdict = judge(name, figure)
    printf "%-32s %6.2f %% of %5d lines, floor %5.1f  %s\n", name, figure, lines[name], floor[name], verdict
  }
  for (name in floor) {
    if (!(name in lines) && name != unmeasured) print broken(name " has a floor, and nothing was collected of it.")
    if (floor[name] < highest[name]) print broken("The floor of " name " was " highest[name] " once: floors only rise.")
  }
  print (failures ? "BROKEN in " failures " ways" : "kept")
  exit (failures ? 1 : 0)
}
