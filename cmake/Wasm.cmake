# Builds the core for the browser, and the unit tests once more, which Node.js runs.

# The code that a reader downloads is compiled as a whole: the path of Markdown is optimised for speed, the rest for
# size.
foreach(target cmark broadside_core broadside_protocol broadside_lint)
  target_compile_options(${target} PRIVATE -flto)
endforeach()
foreach(target broadside_core broadside_protocol broadside_lint)
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
endforeach()
# A fault in the messages is thrown as an exception. No reader downloads this library.
target_compile_options(broadside_messages PRIVATE -fwasm-exceptions)
# -O3 would inline more, for 7 KB in Brotli and a tenth of the time. cmark is C, of which -O2 inlines a lot: that would be
# 1.8 KB in Brotli, for one part in twenty of the time.
target_compile_options(cmark PRIVATE -Os)
target_compile_options(broadside_core PRIVATE -O2)
target_compile_options(broadside_protocol PRIVATE -Oz)

# Compiles the files of a library whose paths match the pattern for size.
function(broadside_small target pattern)
  get_target_property(files ${target} SOURCES)
  list(FILTER files INCLUDE REGEX ${pattern})
  set_source_files_properties(${files} PROPERTIES COMPILE_OPTIONS -Oz)
endfunction()
broadside_small(cmark
  "/(autolink|cmark_ctype|ext_scanners|footnotes|linked_list|map|references|scanners|strikethrough|tasklist)\\.c$")
broadside_small(broadside_core "/core/(article|json/(cursor|parse)|language|reply|unicode/punycode|view|yaml)")
broadside_small(broadside_core "/core/html/(element|element_names|tag_reader|url)\\.cpp$")
broadside_small(broadside_core
  "/core/markdown/(alert|comments|footnotes|ids|link_targets|lists|options|picture|raw_|videos)")

# We link only the JavaScript of Embind's library, which lies in this folder, and register the few types that we need
# ourselves.
find_path(embind_library embind.js PATHS ${EMSCRIPTEN_ROOT_PATH}/src/embind REQUIRED NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
set(our_embind ${CMAKE_SOURCE_DIR}/src/wasm/embind)
set(our_libc ${CMAKE_SOURCE_DIR}/src/wasm/libc)

# Makes a module for the browser from the bindings in src/wasm/FOLDER and the library behind them.
function(broadside_module target folder name library)
  broadside_program(${target} src/wasm/${folder})
  target_sources(${target} PRIVATE ${our_embind}/types.cpp
    ${our_libc}/snprintf.cpp ${our_libc}/strtod.cpp)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} SUFFIX .mjs
    LINK_DEPENDS "${our_embind}/library.js;${our_embind}/instantiate.js")
  # Without RTTI, Embind knows no names of C++ types. It needs none, since only numbers and booleans cross.
  target_compile_definitions(${target} PRIVATE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  target_compile_options(${target} PRIVATE -flto -fno-exceptions -fno-rtti)
  target_link_libraries(${target} PRIVATE ${library})
  target_link_options(${target} PRIVATE
    -flto --no-entry -fno-exceptions -fno-rtti
    "SHELL:--js-library ${embind_library}/embind.js" "SHELL:--js-library ${our_embind}/library.js"
    "SHELL:--pre-js ${our_embind}/instantiate.js"
    # What was worth inlining was inlined when it was compiled. The linker would go on with larger functions, for 3.4 KB in
    # Brotli and no time.
    -Wl,-mllvm,-inline-threshold=0
    # The optimiser goes over the whole as often as that makes it smaller.
    -sBINARYEN_EXTRA_PASSES=-O3,--converge
    # ./dev size reads it.
    --emit-symbol-map
    -sMINIMAL_RUNTIME=1 -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0 -sENVIRONMENT=web
    # Without it, the code for calls with 64 bits would come along, of which there are none.
    -sWASM_BIGINT=1
    -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sMALLOC=emmalloc
    -sINITIAL_MEMORY=1MB -sTOTAL_STACK=256KB -sALLOW_MEMORY_GROWTH=1)
endfunction()
broadside_module(broadside_wasm core broadside-core broadside_protocol)
broadside_module(broadside_lint_wasm lint broadside-lint broadside_lint)

# Translates the core's WebAssembly to a JavaScript module, for pages and browsers that do not allow WebAssembly. It has
# the same imports and exports, so the same glue runs it.
find_program(wasm2js wasm2js HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(module_end ${CMAKE_SOURCE_DIR}/src/wasm/script/module.js)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/broadside-core-script.mjs
  COMMAND ${wasm2js} -Oz --emscripten broadside-core.wasm -o broadside-core-script.js
  COMMAND ${CMAKE_COMMAND} -E cat broadside-core-script.js ${module_end} > broadside-core-script.mjs
  DEPENDS broadside_wasm ${module_end}
  WORKING_DIRECTORY ${CMAKE_BINARY_DIR}
  COMMENT "Translating broadside-core.wasm to JavaScript"
  VERBATIM)
add_custom_target(broadside_script DEPENDS ${CMAKE_BINARY_DIR}/broadside-core-script.mjs)

include(Tests)
target_compile_options(test_runner PUBLIC -fwasm-exceptions)
target_link_options(unit_tests PRIVATE -fwasm-exceptions -sENVIRONMENT=node -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1)
# The built scripts are CommonJS, but the package.json of the folder above says otherwise.
file(WRITE ${CMAKE_BINARY_DIR}/package.json "{ \"type\": \"commonjs\" }\n")
add_test(NAME unit_tests COMMAND node --no-experimental-fetch $<TARGET_FILE:unit_tests>)
