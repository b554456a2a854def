# Usage: cmake -DFILES=… -DOUTPUT=… -DNAME=… -P style.cmake; see Embed.cmake.
set(css "")
foreach(path IN LISTS FILES)
  file(READ ${path} text)
  string(APPEND css "${text}")
endforeach()

# Comments and white space go. No selector of ours has a colon with a space behind it, and no string of ours has more than
# one space in a row, or one beside these characters.
string(REGEX REPLACE "/\\*[^*]*\\*+([^/*][^*]*\\*+)*/" "" css "${css}")
string(REGEX REPLACE "[ \n]+" " " css "${css}")
string(REGEX REPLACE " ?([{};,>]) ?" "\\1" css "${css}")
string(REPLACE ": " ":" css "${css}")
string(REPLACE "( " "(" css "${css}")
string(REPLACE " )" ")" css "${css}")
string(REPLACE ";}" "}" css "${css}")
string(STRIP "${css}" css)

# CMake gives the hash in hexadecimal digits, and Content-Security-Policy wants it in Base64: three digits, which are 12
# bits, make two characters. The 256 bits end within a character, and the last one is padding.
string(SHA256 digits "${css}")
set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
string(APPEND digits "00")
set(hash "")
foreach(start RANGE 0 63 3)
  string(SUBSTRING ${digits} ${start} 3 three)
  math(EXPR first "0x${three} >> 6")
  math(EXPR second "0x${three} & 63")
  string(SUBSTRING ${alphabet} ${first} 1 one)
  string(SUBSTRING ${alphabet} ${second} 1 other)
  string(APPEND hash ${one}${other})
endforeach()
string(REGEX REPLACE "A$" "=" hash ${hash})

file(WRITE ${OUTPUT} "EMBEDDED(\"${NAME}\", R\"embedded(${css})embedded\", \"sha256-${hash}\")\n")
