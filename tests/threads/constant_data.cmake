# Fails if LIBRARY has a variable that could be written: cmake -DNM=nm -DLIBRARY=libcmark.a -P constant_data.cmake
execute_process(COMMAND ${NM} --format=sysv ${LIBRARY} OUTPUT_VARIABLE symbols COMMAND_ERROR_IS_FATAL ANY)
# The last column is the section. Data that is constant except for addresses that the loader fills in is in
# .data.rel.ro.
string(REGEX MATCHALL "[^\n]*\\|(\\.data|\\.bss|\\.tdata|\\.tbss|\\*COM\\*)[^\n]*" writable "${symbols}")
list(FILTER writable EXCLUDE REGEX "\\.data\\.rel\\.ro")
if(writable)
  list(JOIN writable "\n" lines)
  message(FATAL_ERROR "These variables can be written, so that parsers on several threads would share them:\n${lines}")
endif()
