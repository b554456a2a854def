# Embeds texts in a program, as lines of a .def file that C++ includes: EMBEDDED("name", R"(text)"). The name is the
# file's, without its extension.
set(embedded_folder ${CMAKE_BINARY_DIR}/embedded)

# Writes the files to embedded/NAME.def, which the target includes as "embedded/NAME.def". With MEMBERS, the files must
# be JSON and only these members are embedded: EMBEDDED("name", R"(first)", R"(second)").
function(broadside_embed target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES;MEMBERS")
  set(output ${embedded_folder}/embedded/${name}.def)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${arg_FILES}" -DOUTPUT=${output} "-DMEMBERS=${arg_MEMBERS}"
      -P ${CMAKE_SOURCE_DIR}/cmake/embed/write.cmake
    DEPENDS ${arg_FILES} ${CMAKE_SOURCE_DIR}/cmake/embed/write.cmake
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  target_include_directories(${target} PRIVATE ${embedded_folder})
endfunction()

# Writes style sheets, one after the other and without comments, to embedded/NAME.def, which the target includes:
# EMBEDDED("NAME", R"(text)", "sha256-…"), with the hash as a Content-Security-Policy has it.
function(broadside_embed_style target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES")
  set(output ${embedded_folder}/embedded/${name}.def)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${arg_FILES}" -DOUTPUT=${output} -DNAME=${name}
      -P ${CMAKE_SOURCE_DIR}/cmake/embed/style.cmake
    DEPENDS ${arg_FILES} ${CMAKE_SOURCE_DIR}/cmake/embed/style.cmake
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  target_include_directories(${target} PRIVATE ${embedded_folder})
endfunction()
