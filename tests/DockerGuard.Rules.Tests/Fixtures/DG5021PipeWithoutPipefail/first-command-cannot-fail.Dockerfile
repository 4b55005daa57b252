FROM debian:13
RUN echo "0123  tool.tar.gz" | sha512sum -c -
RUN printf '%s' key | tee /key && yes | unminimize
RUN find /usr/share/powershell -print | grep -i '.*[.]nupkg$' | xargs rm
RUN awk '$2 == "tool"' sums.txt | sha512sum -c && cat /etc/passwd | grep app > /passwd
