#!/usr/bin/env bash
# Starts and stops a server of PostgreSQL for the tests, with a folder of its own and no port: programs reach it by the
# socket in the folder.
#
#   cluster.sh start FOLDER    makes the folder
#   cluster.sh stop FOLDER     removes it
#   cluster.sh kill FOLDER     ends the server at once, as a crash does
#   cluster.sh resume FOLDER   starts it again
set -euo pipefail
shopt -s nullglob

programs=(/usr/lib/postgresql/*/bin)
folder=$2

# PostgreSQL refuses to run as root.
unprivileged() {
  if ((EUID == 0)); then
    setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
  else
    "$@"
  fi
}

kill() { unprivileged "${programs[-1]}/pg_ctl" stop --pgdata="$folder/data" --mode=immediate --silent; }

resume() { unprivileged "${programs[-1]}/pg_ctl" start --pgdata="$folder/data" --log="$folder/log" --silent --wait; }

stop() {
  [[ ! -f $folder/data/postmaster.pid ]] || kill || :
  rm -rf "$folder"
}

start() {
  stop # what an interrupted run has left
  mkdir -m 755 "$folder"
  ((EUID != 0)) || chown postgres: "$folder"
  cd "$folder"
  unprivileged "${programs[-1]}/initdb" --pgdata="$folder/data" --username=broadside --auth=trust --encoding=UTF8 \
    --locale=C --no-sync >"$folder/initdb.log"
  # Only a power cut would lose what the system's cache has; the tests end processes.
  cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
shared_buffers = 32MB
fsync = off
full_page_writes = off
deadlock_timeout = 50ms
max_wal_size = 256MB
jit = off
END
  resume
}

"$1"
