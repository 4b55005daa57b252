FROM debian:13
RUN --mount=type=ssh ssh -T git@example.com
RUN --security=insecure mount -t tmpfs none /mnt
RUN vim +PluginInstall +qall && vim -es -u vimrc
