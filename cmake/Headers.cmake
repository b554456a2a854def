# Header-only libraries that are the same for native and wasm: the targets expected, nlohmann and catch2.
#
# Emscripten must not see the machine's whole include folder, which holds another C library. It gets a folder of links
# to these libraries alone.
set(linked_headers ${CMAKE_BINARY_DIR}/headers)

function(broadside_headers target folder header package)
  find_path(${target}_include ${folder}/${header} PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ${target}_include)
    message(FATAL_ERROR "${folder}/${header} is missing: apt-get install ${package}")
  endif()
  add_library(${target} INTERFACE)
  if(EMSCRIPTEN)
    file(MAKE_DIRECTORY ${linked_headers})
    file(CREATE_LINK ${${target}_include}/${folder} ${linked_headers}/${folder} SYMBOLIC)
    target_include_directories(${target} SYSTEM INTERFACE ${linked_headers})
  else()
    target_include_directories(${target} SYSTEM INTERFACE ${${target}_include})
  endif()
endfunction()

broadside_headers(expected tl expected.hpp libexpected-dev)
broadside_headers(nlohmann nlohmann json.hpp nlohmann-json3-dev)
broadside_headers(catch2 catch2 catch.hpp catch2)
