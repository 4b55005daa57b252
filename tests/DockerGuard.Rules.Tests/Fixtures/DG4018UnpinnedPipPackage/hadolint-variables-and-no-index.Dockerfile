# policy: profile=hadolint
FROM python:3.13-slim
# expect DG4018 17-26
RUN pip install $PACKAGES
# expect DG4018 49-52
RUN pip install --no-index --find-links=/wheels six
RUN sudo pip install six
RUN pip install git+ssh://git@github.com/contoso/tool.git
