# cmark-gfm's parser, and the extensions that articles use. None of its renderers is built, because core/markdown writes
# the output. core/markdown/cmark replaces its Unicode tables, character references and memory allocation.
include(FetchContent)
include(GenerateExportHeader)

set(cmark_tarball ${CMAKE_SOURCE_DIR}/build/downloads/cmark-gfm_0.29.0.gfm.13.orig.tar.gz)
if(NOT EXISTS ${cmark_tarball})
  set(cmark_tarball https://github.com/github/cmark-gfm/archive/refs/tags/0.29.0.gfm.13.tar.gz)
endif()

FetchContent_Declare(cmark_source
  URL ${cmark_tarball}
  URL_HASH SHA256=5abc61798ebd9de5660bc076443c07abad2b8d15dbc11094a3a79644b8ad243a
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  # No folder of the sources has this name, so they are only unpacked: their own CMakeLists.txt is for CMake 3.0.
  SOURCE_SUBDIR unpack-only)
FetchContent_MakeAvailable(cmark_source)

# cmark-gfm's own build would look for these headers and attributes; every compiler that can build Broadside has them.
set(HAVE_STDBOOL_H ON)
set(HAVE___BUILTIN_EXPECT ON)
set(HAVE___ATTRIBUTE__ ON)
set(cmark_generated ${CMAKE_BINARY_DIR}/cmark)
configure_file(${cmark_source_SOURCE_DIR}/src/config.h.in ${cmark_generated}/config.h)
file(CONFIGURE OUTPUT ${cmark_generated}/cmark-gfm_version.h CONTENT
  "#define CMARK_GFM_VERSION 0x001d000d\n#define CMARK_GFM_VERSION_STRING \"0.29.0.gfm.13\"\n")

# The patches are applied in this order to a copy of the sources. The unpacked sources stay as they are, so that a patch
# may change. A patched file whose content is unchanged keeps its time, so that it is not compiled again.
set(cmark_patches
  line_ends cjk_emphasis table_cells no_globals commonmark gfm cjk_addresses underlined_headings known_tags no_printf
  scanners)
set(cmark_fresh ${CMAKE_BINARY_DIR}/cmark-fresh)
file(REMOVE_RECURSE ${cmark_fresh})
file(COPY ${cmark_source_SOURCE_DIR}/src ${cmark_source_SOURCE_DIR}/extensions DESTINATION ${cmark_fresh}
  FILES_MATCHING PATTERN "*.c" PATTERN "*.h" PATTERN "*.inc" PATTERN "*.re")
foreach(name ${cmark_patches})
  set(patch ${CMAKE_SOURCE_DIR}/cmake/cmark/${name}.patch)
  execute_process(COMMAND patch --quiet --strip=1 --no-backup-if-mismatch --directory=${cmark_fresh} --input=${patch}
    COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${patch})
endforeach()

# The scanners in the tarball know UTF-8 (-8), and have a table of bits (-b) for each. Without both they are a third as
# large and find the same, because the parser has made all text well-formed, and no scanner looks for one character
# beyond ASCII alone.
find_program(re2c re2c REQUIRED)
foreach(scanners src/scanners extensions/ext_scanners)
  execute_process(COMMAND ${re2c} --case-insensitive -i --no-generation-date -o ${scanners}.c ${scanners}.re
    WORKING_DIRECTORY ${cmark_fresh} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

file(GLOB cmark_files RELATIVE ${cmark_fresh} ${cmark_fresh}/src/* ${cmark_fresh}/extensions/*)
file(MAKE_DIRECTORY ${cmark_generated}/src ${cmark_generated}/extensions)
foreach(file ${cmark_files})
  file(COPY_FILE ${cmark_fresh}/${file} ${cmark_generated}/${file} ONLY_IF_DIFFERENT)
endforeach()

set(cmark_parser
  blocks buffer cmark_ctype footnotes inlines iterator linked_list map node references scanners)
set(cmark_extensions autolink ext_scanners strikethrough table tasklist)
list(TRANSFORM cmark_parser REPLACE "(.+)" "${cmark_generated}/src/\\1.c")
list(TRANSFORM cmark_extensions REPLACE "(.+)" "${cmark_generated}/extensions/\\1.c")

add_library(cmark STATIC ${cmark_parser} ${cmark_extensions})
generate_export_header(cmark BASE_NAME cmark-gfm EXPORT_FILE_NAME ${cmark_generated}/cmark-gfm_export.h)
generate_export_header(cmark BASE_NAME cmark-gfm-extensions
  EXPORT_FILE_NAME ${cmark_generated}/cmark-gfm-extensions_export.h)
target_include_directories(cmark PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_include_directories(cmark SYSTEM PUBLIC
  ${cmark_generated}/src ${cmark_generated}/extensions ${cmark_generated})
target_compile_definitions(cmark PUBLIC CMARK_GFM_STATIC_DEFINE CMARK_GFM_EXTENSIONS_STATIC_DEFINE)
target_compile_options(cmark PRIVATE -w)
set_target_properties(cmark PROPERTIES UNITY_BUILD OFF)
target_link_libraries(cmark PRIVATE broadside_machine broadside_core)
