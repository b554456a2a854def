# Embeds texts in a program, as lines of a .def file that C++ includes: EMBEDDED("name", R"(text)"). The name is the
# file's, without its extension.
set(embedded_folder ${CMAKE_BINARY_DIR}/embedded)
add_custom_target(embedded COMMENT "All texts are embedded")

# Writes the files to embedded/NAME.def, which the target includes as "embedded/NAME.def". With MEMBERS, the files must
# be JSON and only these members are embedded: EMBEDDED("name", R"(first)", R"(second)").
function(broadside_embed target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES;MEMBERS")
  broadside_embed_by(write ${target} ${name} "${arg_FILES}" "-DMEMBERS=${arg_MEMBERS}")
endfunction()

# Writes style sheets, one after the other and without comments, to embedded/NAME.def, which the target includes:
# EMBEDDED("NAME", R"(text)", "sha256-…"), with the hash as a Content-Security-Policy has it.
function(broadside_embed_style target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES")
  broadside_embed_by(style ${target} ${name} "${arg_FILES}" -DNAME=${name})
endfunction()

# Has cmake/embed/SCRIPT.cmake write embedded/NAME.def of the files, with a further definition for the script.
function(broadside_embed_by script target name files definition)
  set(output ${embedded_folder}/embedded/${name}.def)
  set(path ${CMAKE_SOURCE_DIR}/cmake/embed/${script}.cmake)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DOUTPUT=${output} "${definition}" -P ${path}
    DEPENDS ${files} ${path}
    COMMENT "Embedding ${name}"
    VERBATIM)
  add_custom_target(embed_${name} DEPENDS ${output})
  add_dependencies(embedded embed_${name})
  target_sources(${target} PRIVATE ${output})
  target_include_directories(${target} PRIVATE ${embedded_folder})
endfunction()
