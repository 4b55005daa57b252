# policy: profile=hadolint
FROM debian:13
# expect DG5017 5-12
RUN service postgresql start && psql -f init.sql
# expect DG5017 22-25
RUN --mount=type=ssh ssh git@example.com
