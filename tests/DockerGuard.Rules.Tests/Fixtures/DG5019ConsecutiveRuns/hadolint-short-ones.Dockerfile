# policy: profile=hadolint
FROM debian:13
RUN foo
# expect DG5019 1-4
RUN bar
RUN foo && bar
RUN foo
# a comment
# expect DG5019 1-4
RUN bar
WORKDIR /
RUN foo
RUN --network=none bar
