FROM debian:13
# sudo apt-get update
RUN echo "sudo apt-get update" \
    # sudo
    && echo 'sudo'
