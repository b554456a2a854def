# Makes a library or a program of every .cpp file in a folder, so that a new file needs no edit here. WITHOUT names a
# subfolder that is a library of its own.
function(broadside_room target folder)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "WITHOUT" "")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp)
  if(arg_WITHOUT)
    list(FILTER sources EXCLUDE REGEX "/src/${folder}/${arg_WITHOUT}/")
  endif()
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC broadside_flags)
endfunction()

function(broadside_program target folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
  add_executable(${target} ${sources})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/${folder})
  target_link_libraries(${target} PRIVATE broadside_flags)
endfunction()

# Keeps those files of a target whose text matches the expression out of unity builds.
function(broadside_alone target expression)
  get_target_property(sources ${target} SOURCES)
  foreach(source ${sources})
    file(STRINGS ${source} found REGEX "${expression}" LIMIT_COUNT 1)
    if(found)
      set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
  endforeach()
endfunction()
