FROM debian:13
RUN service postgresql start && psql -f init.sql && service postgresql stop
RUN /opt/mssql/bin/sqlservr & sleep 20; sqlcmd -i init.sql; kill $!
RUN nohup server & ps aux | grep server
