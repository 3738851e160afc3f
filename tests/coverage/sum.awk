# Reads what the collector writes, an element a line, of any number of test projects. A line that one of them runs is run.
# What generators wrote lies outside of src and does not count.
# Writes for each package, and each folder of the core, its name, its lines and those that are run.

function attribute(name) {
  return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
}

/<class / { file = attribute("filename"); counts = sub(/^.*\/src\//, "", file) }
/<line / && counts { line = file ":" attribute("number"); run[line] += attribute("hits") > 0 }

function add(name, isRun) { lines[name]++; hits[name] += isRun }

END {
  for (line in run) {
    depth = split(line, part, "/")
    add(part[1], run[line] > 0)
    if (part[1] == "AuthProfiles" && depth > 2) add(part[1] "/" part[2], run[line] > 0)
  }
  for (name in lines) print name, lines[name], hits[name]
}
