# Texts that a program carries inside it, as lines of a .def file that C++ includes: EMBEDDED("name", R"(text)"). The name
# is the file's, without its extension.
set(embedded_folder ${CMAKE_BINARY_DIR}/embedded)

# Makes embedded/NAME.def of the files for the target to include as "embedded/NAME.def".
# SWITCH_LABELS takes of each file, which must be JSON, only its member "switch".
function(broadside_embed target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "SWITCH_LABELS" "" "FILES")
  set(output ${embedded_folder}/embedded/${name}.def)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${arg_FILES}" -DOUTPUT=${output} -DSWITCH_LABELS=${arg_SWITCH_LABELS}
      -P ${CMAKE_SOURCE_DIR}/cmake/embed/write.cmake
    DEPENDS ${arg_FILES} ${CMAKE_SOURCE_DIR}/cmake/embed/write.cmake
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  target_include_directories(${target} PRIVATE ${embedded_folder})
endfunction()
