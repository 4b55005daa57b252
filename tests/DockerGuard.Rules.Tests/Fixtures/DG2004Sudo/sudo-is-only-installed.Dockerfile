FROM debian:13
RUN apt-get update && apt-get install -y sudo
RUN echo "app ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers.d/app
RUN usermod -aG sudo app && which sudo
