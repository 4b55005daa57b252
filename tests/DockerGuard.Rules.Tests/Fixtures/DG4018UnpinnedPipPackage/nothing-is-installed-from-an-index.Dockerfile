FROM python:3.13-slim
RUN pip install --no-index --find-links=/wheels six
RUN pip list && pip uninstall -y six && pip download six && pip freeze
RUN apt-get install -y python3-pip && pipenv install black
RUN echo pip install six && python setup.py install && python -c "import pip" install
# pip install six
RUN python -m venv /opt/venv
