FROM ruby:3.3
RUN gem install ./tool-1.0.gem $GEMS
RUN gem install -g Gemfile
